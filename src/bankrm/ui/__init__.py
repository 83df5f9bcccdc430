"""The window of the relationship manager: pages, their presenters, and the shell around them."""

from bankrm.ui.lasting_constants import make_constants_last

make_constants_last()
