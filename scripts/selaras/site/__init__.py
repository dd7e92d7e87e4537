"""The site of docs/: its pages gathered into one tree, which Sphinx builds (`make site`)."""
