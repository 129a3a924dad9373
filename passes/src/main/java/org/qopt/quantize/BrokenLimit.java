package org.qopt.quantize;

/**
 * A limit that an operation does not keep to.
 *
 * @param limit the limit
 * @param found what was found instead
 */
public record BrokenLimit(Limit limit, String found) {}
