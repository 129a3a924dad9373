package org.qopt.ir.location;

/**
 * Where an operation or value comes from. {@link Object#toString()} is the text inside {@code
 * loc(...)}.
 */
public sealed interface Location
    permits FileLocation, FusedLocation, NameLocation, OpaqueLocation, UnknownLocation {}
