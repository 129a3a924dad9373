/**
 * Places the nodes of a graph on layers from top to bottom, so that links lead downwards and few of
 * them cross: by longest path, then barycenters, then least squares.
 */
package org.qopt.passes.viewopgraph.layout;
