package org.qopt.passes.viewopgraph.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Where everything stands.
 *
 * @param size the size of the whole
 * @param corners the upper left corner of each node
 * @param routes for each link, from its upper end to its lower, where it leaves the upper end's
 *     layer, and where it enters and leaves each layer that it passes; none of very long ones
 */
public record Drawing(
    Size size, ImmutableList<Point> corners, ImmutableMap<Link, ImmutableList<Point>> routes) {}
