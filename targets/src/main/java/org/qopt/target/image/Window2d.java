package org.qopt.target.image;

/**
 * A window that moves over the rows and columns of an image.
 *
 * @param rows how it moves downwards; its padding is that of top and bottom
 * @param columns how it moves to the right; its padding is that of left and right
 */
public record Window2d(Window1d rows, Window1d columns) {}
