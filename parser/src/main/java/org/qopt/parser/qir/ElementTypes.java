package org.qopt.parser.qir;

import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.OpaqueType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.Type;

/**
 * Which types may be the elements of others, as MLIR's language reference says. What a type of
 * another dialect allows only that dialect knows.
 */
final class ElementTypes {
  private ElementTypes() {}

  static boolean ofVector(Type type) {
    return isNumber(type) || type instanceof IndexType;
  }

  static boolean ofComplex(Type type) {
    return isNumber(type);
  }

  static boolean ofMemref(Type type) {
    return ofVector(type)
        || isOfDialect(type)
        || isKept(type, "complex")
        || isKept(type, "vector")
        || isKept(type, "memref");
  }

  static boolean ofTensor(Type type) {
    return ofVector(type) || isOfDialect(type) || isKept(type, "complex") || isKept(type, "vector");
  }

  /** {@return whether {@code type} may be that of elements; of another dialect any may} */
  static boolean mayHaveElements(Type type) {
    return type instanceof ShapedType
        || isOfDialect(type)
        || isKept(type, "vector")
        || isKept(type, "memref");
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType;
  }

  private static boolean isOfDialect(Type type) {
    return type instanceof DialectType || isKept(type, "!");
  }

  private static boolean isKept(Type type, String start) {
    return type instanceof OpaqueType(String text) && text.startsWith(start);
  }
}
