package org.qopt.ir.op;

/** The traits that the verifier, the passes and the printer know. */
public final class Traits {
  /** No side effects: it may be removed when unused, repeated and moved. */
  public static final Trait PURE = Trait.of("Pure", "has no side effects");

  /** Must be the last of its block, and only such an operation may be. */
  public static final Trait TERMINATOR = Trait.of("Terminator", "ends a block");

  /** Its regions may not use values from outside. */
  public static final Trait ISOLATED_FROM_ABOVE =
      Trait.of("IsolatedFromAbove", "its regions use no values from outside");

  /** Has a name, {@code sym_name}, by which it is referred to. */
  public static final Trait SYMBOL = Trait.of("Symbol", "has a name in the enclosing symbol table");

  /** The symbols directly in its region have different names. */
  public static final Trait SYMBOL_TABLE =
      Trait.of("SymbolTable", "its region holds symbols of different names");

  /** Names a function, which exists and has the types that are used here. */
  public static final Trait SYMBOL_USER =
      Trait.of("SymbolUser", "the function that it names exists and has its types");

  /** The blocks in its regions need no terminator. */
  public static final Trait NO_TERMINATOR =
      Trait.of("NoTerminator", "its blocks need no terminator");

  /** The order of the first two operands does not matter. */
  public static final Trait COMMUTATIVE =
      Trait.of("Commutative", "its two operands may be swapped");

  /** Its only result is its attribute {@code value}. */
  public static final Trait CONSTANT_LIKE =
      Trait.of("ConstantLike", "its result is the attribute 'value'");

  /** All its operands and results have the same element type. */
  public static final Trait SAME_ELEMENT_TYPE =
      new Trait(
          "SameOperandsAndResultElementType",
          "operands and results have one element type",
          SameTypes::elements);

  /**
   * Its results have the shape of its first operand. An operation without {@link TypeInference}
   * whose result's element type is given has its shape inferred from this.
   */
  public static final Trait SAME_SHAPE =
      new Trait(
          "SameOperandsAndResultShape",
          "results have the shape of the first operand",
          SameTypes::shapes);

  private Traits() {}
}
