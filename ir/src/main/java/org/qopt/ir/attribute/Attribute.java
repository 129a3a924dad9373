package org.qopt.ir.attribute;

/**
 * A constant that an operation carries. An attribute is an immutable value, and {@link
 * Object#toString()} is its text in MLIR's syntax, its type included.
 */
public sealed interface Attribute
    permits ArrayAttr,
        DenseElementsAttr,
        DenseFloatArrayAttr,
        DenseIntArrayAttr,
        DialectAttribute,
        DictionaryAttr,
        FloatAttr,
        IntegerAttr,
        LocationAttr,
        OpaqueAttr,
        StringAttr,
        SymbolRefAttr,
        TypeAttr,
        UnitAttr {}
