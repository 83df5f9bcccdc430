"""The window of the relationship manager: pages, their presenters, and the shell around them."""

from bankrm.ui.lasting_none import make_none_last

make_none_last()
