package org.qopt.ir.type;

/**
 * What a value is. A type is an immutable value: two types with the same text are equal, and {@link
 * Object#toString()} is its text in MLIR's syntax.
 */
public sealed interface Type
    permits DialectType,
        FloatType,
        FunctionType,
        IndexType,
        IntegerType,
        NoneType,
        OpaqueType,
        ShapedType {}
