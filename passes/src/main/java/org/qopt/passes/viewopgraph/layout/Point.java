package org.qopt.passes.viewopgraph.layout;

/**
 * A place in a drawing.
 *
 * @param x how far from the left
 * @param y how far from the top
 */
public record Point(double x, double y) {}
