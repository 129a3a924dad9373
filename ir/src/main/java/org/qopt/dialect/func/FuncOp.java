package org.qopt.dialect.func;

import java.util.List;
import org.qopt.dialect.builtin.Symbols;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * {@code func.func}: a function. Without a body it is a declaration.
 *
 * @param operation the operation
 */
public record FuncOp(Operation operation) implements OpView {
  private static final AttributeConstraint DICTIONARIES =
      new AttributeConstraint(
          "array of dictionary attributes",
          a ->
              a instanceof ArrayAttr array
                  && array.elements().stream().allMatch(DictionaryAttr.class::isInstance));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("func.func")
          .summary("a function")
          .description(
              """
              The region's first block has the function's arguments. A function without blocks is a \
              declaration. The attributes 'arg_attrs' and 'res_attrs' hold a dictionary for each \
              argument and result.""")
          .example(
              """
              func.func @identity(%arg0: tensor<2xf32>) -> tensor<2xf32> {
                return %arg0 : tensor<2xf32>
              }""")
          .attribute("sym_name", Attributes.STRING)
          .attribute("function_type", Attributes.FUNCTION_TYPE)
          .optionalAttribute("sym_visibility", Attributes.STRING)
          .optionalAttribute("arg_attrs", DICTIONARIES)
          .optionalAttribute("res_attrs", DICTIONARIES)
          .regions(1)
          .traits(Traits.ISOLATED_FROM_ABOVE, Traits.SYMBOL)
          .clause(
              "the entry block's arguments have the types of the inputs",
              FunctionRules::entryViolation)
          .clause("'sym_visibility' is public, private or nested", Symbols::visibilityViolation)
          .clause("a declaration is not public", FunctionRules::declarationViolation)
          .clause(
              "'arg_attrs' and 'res_attrs' have a dictionary for each argument and result",
              FunctionRules::countViolation)
          .clause(
              "the dictionaries hold attributes whose names begin with that of a dialect",
              FunctionRules::nameViolation)
          .build();

  /** {@return a new function with an entry block that has the inputs as arguments} */
  public static FuncOp create(
      Location location, String name, FunctionType type, List<Location> argumentLocations) {
    Operation operation =
        new Operation(
            OperationState.of(DEF, location)
                .set("sym_name", new StringAttr(name))
                .set("function_type", new TypeAttr(type)));
    Block entry = operation.region(0).addBlock();
    for (int i = 0; i < type.inputs().size(); i++) {
      entry.addArgument(type.inputs().get(i), argumentLocations.get(i));
    }
    return new FuncOp(operation);
  }

  /** {@return the name} */
  public String name() {
    return operation.required("sym_name", StringAttr.class).value();
  }

  /** {@return the types of inputs and results} */
  public FunctionType type() {
    return (FunctionType) operation.required("function_type", TypeAttr.class).value();
  }

  /** {@return whether there is no body} */
  public boolean isDeclaration() {
    return operation.region(0).isEmpty();
  }

  /** {@return the first block} */
  public Block entry() {
    return operation.region(0).entry().orElseThrow();
  }

  /** {@return the arguments of the first block} */
  public List<BlockArgument> arguments() {
    return entry().arguments();
  }

  /**
   * {@return the only {@code func.return}}
   *
   * @throws IllegalStateException if there are several blocks or the last operation is another
   */
  public Operation returnOp() {
    if (operation.region(0).blocks().size() != 1) {
      throw new IllegalStateException("@" + name() + " has several blocks");
    }
    return entry()
        .last()
        .filter(op -> op.is(ReturnOp.DEF))
        .orElseThrow(() -> new IllegalStateException("@" + name() + " does not return"));
  }

  /** Makes the type of the function that of its arguments and of what it returns. */
  public void updateType() {
    List<Type> inputs = entry().argumentTypes();
    operation.setAttribute(
        "function_type", new TypeAttr(FunctionType.of(inputs, returnOp().operandTypes())));
  }
}
