package org.qopt.cli.model;

import com.google.common.collect.Range;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * An input of a program.
 *
 * @param name its name in the model
 * @param type its type, a tensor of known rank
 * @param stored which integers its data may be, where they are what is stored
 */
public record ProgramInput(String name, TensorType type, Optional<Range<Long>> stored) {
  /** An input whose data may be any numbers. */
  public ProgramInput(String name, TensorType type) {
    this(name, type, Optional.empty());
  }

  /** {@return the same input for data of these integers alone} */
  ProgramInput within(long least, long largest) {
    return new ProgramInput(name, type, Optional.of(Range.closed(least, largest)));
  }

  /**
   * {@return the inputs of {@code function}, in order}
   *
   * @throws InvalidInputException if one is no tensor of known rank
   */
  public static List<ProgramInput> of(FuncOp function) {
    ValueNaming names = ValueNaming.of(function);
    return function.arguments().stream().map(argument -> of(argument, names)).toList();
  }

  private static ProgramInput of(BlockArgument argument, ValueNaming names) {
    Type type = argument.type();
    if (type instanceof TensorType tensor) {
      return new ProgramInput(names.name(argument), tensor);
    }
    throw new InvalidInputException(
        argument.location(), "expected a tensor of known rank as an input, but got " + type);
  }
}
