"""Charts as drawings on any painter, on screen and on paper, and the widgets that show them."""
