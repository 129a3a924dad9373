package org.qopt.cli.model;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** Fixes the dynamic dimensions of a program's inputs. */
final class InputShapes {
  private InputShapes() {}

  /**
   * Gives inputs the shapes that the user names. Shape inference makes the rest follow.
   *
   * @throws InvalidInputException if there is no input of a name, or its known dimensions differ
   */
  static void fix(Operation module, Map<String, Shape> shapes) {
    shapes.forEach((name, shape) -> fix(module, name, shape));
  }

  private static void fix(Operation module, String name, Shape shape) {
    List<FuncOp> functions =
        new ModuleOp(module)
            .opsOf(FuncOp.DEF).stream().map(FuncOp::new).filter(f -> !f.isDeclaration()).toList();
    for (FuncOp function : functions) {
      ValueNaming names = ValueNaming.of(function);
      for (BlockArgument argument : function.arguments()) {
        if (names.name(argument).equals(name)) {
          fix(argument, name, shape);
          function.updateType();
          return;
        }
      }
    }
    throw new InvalidInputException(
        module.reportLocation(), "--input-shape: there is no input \"" + name + "\"");
  }

  private static void fix(BlockArgument argument, String name, Shape shape) {
    if (!(argument.type() instanceof TensorType type) || !type.shape().isCompatibleWith(shape)) {
      throw new InvalidInputException(
          argument.location(),
          "--input-shape: input \"%s\" of type %s cannot have shape %s"
              .formatted(name, argument.type(), shape));
    }
    argument.setType(type.withShape(shape));
  }
}
