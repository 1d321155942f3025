"""Puts finished pages into the theme's frame and publishes the tree.

The only step that knows the site builder, the theme and the published folder.
"""
