package org.qopt.passes.viewopgraph.layout;

/**
 * The size of a node or of a drawing.
 *
 * @param width its width
 * @param height its height
 */
public record Size(double width, double height) {}
