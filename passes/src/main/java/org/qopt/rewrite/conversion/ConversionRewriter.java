package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.OutputNames;
import org.qopt.rewrite.Rewriter;
import org.qopt.rewrite.conversion.ConversionState.PendingCast;

/**
 * What patterns change a program through in a {@link DialectConversion}. Every change can be taken
 * back, also those of operands, attributes and types in {@link #modify}; changes of blocks only if
 * they are made by the methods here. A result may be replaced by values of other types: users that
 * are not converted yet see it through a cast.
 */
public final class ConversionRewriter extends Rewriter {
  private final ConversionState state;
  private Optional<TypeConverter> types = Optional.empty();

  ConversionRewriter(Operation root, ConversionState state) {
    super(root, state);
    this.state = state;
  }

  // ---- operands

  ConvertedOperands.Lookup operands(Optional<TypeConverter> converter) {
    types = converter;
    ImmutableList.Builder<ImmutableList<Value>> all = ImmutableList.builder();
    for (int i = 0; i < root().operandCount(); i++) {
      Value operand = root().operand(i);
      if (converter.isEmpty()) {
        all.add(latest(operand));
        continue;
      }
      Optional<ImmutableList<Type>> wanted = converter.get().convert(operand.type());
      if (wanted.isEmpty()) {
        return new ConvertedOperands.Lookup.Missing(
            "operand #%d has no converted form, it is of type %s".formatted(i, operand.type()));
      }
      all.add(converted(operand, wanted.get()));
    }
    return new ConvertedOperands.Lookup.Found(new ConvertedOperands(all.build()));
  }

  private ImmutableList<Value> latest(Value value) {
    ImmutableList<Value> values = ImmutableList.of(value);
    while (values.size() == 1 && state.uncast(values.getFirst()).isPresent()) {
      values = ImmutableList.copyOf(state.uncast(values.getFirst()).get());
    }
    return values;
  }

  private ImmutableList<Value> converted(Value value, ImmutableList<Type> wanted) {
    ImmutableList<Value> values = ImmutableList.of(value);
    while (!typesOf(values).equals(wanted)) {
      Optional<List<Value>> behind =
          values.size() == 1 ? state.uncast(values.getFirst()) : Optional.empty();
      if (behind.isEmpty()) {
        return ImmutableList.copyOf(
            state.cast(
                OpBuilder.before(root()),
                new PendingCast(TypeConverter.Use.TARGET, types),
                List.of(value),
                wanted,
                value.location()));
      }
      values = ImmutableList.copyOf(behind.get());
    }
    return values;
  }

  private static List<Type> typesOf(List<? extends Value> values) {
    return values.stream().map(Value::type).toList();
  }

  // ---- replacement

  /** Replaces an operation by another; the types of the results may differ. */
  @Override
  public void replace(Operation operation, Operation replacement) {
    replace(operation, replacement.results());
  }

  /** Replaces an operation by a value for each of its results; types may differ. */
  @Override
  public void replace(Operation operation, List<? extends Value> values) {
    replaceExpanded(operation, values.stream().map(List::of).toList());
  }

  /**
   * Replaces an operation by any number of values for each of its results.
   *
   * @throws IllegalArgumentException if there are not as many lists as results
   */
  public void replaceExpanded(Operation operation, List<? extends List<? extends Value>> values) {
    if (values.size() != operation.results().size()) {
      throw new IllegalArgumentException(
          "'%s' has %d results, but %d replacements were given"
              .formatted(operation.name(), operation.results().size(), values.size()));
    }
    for (OpResult result : operation.results()) {
      replaceValue(result, values.get(result.index()), operation);
    }
    erase(operation);
  }

  private void replaceValue(OpResult old, List<? extends Value> values, Operation operation) {
    if (!old.hasUses()) {
      return;
    }
    if (values.size() == 1 && values.getFirst().type().equals(old.type())) {
      OutputNames.keep(old, values.getFirst(), state::modifyQuietly);
      state.redirect(old, values.getFirst());
      return;
    }
    PendingCast pending = new PendingCast(TypeConverter.Use.SOURCE, types);
    OpBuilder builder = OpBuilder.before(operation);
    List<? extends Value> cast =
        state.cast(builder, pending, values, List.of(old.type()), old.location());
    state.redirect(old, cast.getFirst());
  }

  @Override
  public void erase(Operation operation) {
    if (operation.hasUses()) {
      throw new IllegalStateException(operation.name() + " is erased while it is used");
    }
    state.erase(operation);
  }

  @Override
  public void modify(Operation operation, Runnable change) {
    state.modify(operation, change);
  }

  /** Moves an operation to just before {@code anchor}. */
  public void moveBefore(Operation operation, Operation anchor) {
    state.moveBefore(operation, anchor);
  }

  // ---- blocks

  /** {@return a new block at the end of {@code region}} */
  public Block addBlock(Region region) {
    Block block = new Block();
    List<Block> blocks = new ArrayList<>(region.blocks());
    blocks.add(block);
    state.setBlocks(region, blocks);
    return block;
  }

  /** {@return a builder that appends to {@code block}} */
  public OpBuilder builderAtEndOf(Block block) {
    return OpBuilder.atEndOf(block).listenedToBy(state::inserted);
  }

  /** Takes a block out of its region, with its operations, the last one first. */
  public void eraseBlock(Block block) {
    Region region = block.region().orElseThrow();
    block.operations().reversed().forEach(this::erase);
    state.setBlocks(region, region.blocks().stream().filter(b -> b != block).toList());
  }

  /** Appends the blocks of {@code from} to {@code to}, of which it is left without. */
  public void moveBlocks(Region from, Region to) {
    List<Block> moved = List.copyOf(from.blocks());
    List<Block> all = new ArrayList<>(to.blocks());
    all.addAll(moved);
    state.setBlocks(from, List.of());
    state.setBlocks(to, all);
  }

  /**
   * Gives a block arguments of other types.
   *
   * @param converted for each argument the types that it becomes: any number
   * @param converter whose materializers make the old values, for users that keep them
   */
  public void convertArguments(
      Block block, List<? extends List<? extends Type>> converted, TypeConverter converter) {
    List<BlockArgument> old = List.copyOf(block.arguments());
    if (converted.size() != old.size()) {
      throw new IllegalArgumentException(
          "the block has %d arguments, but %d conversions were given"
              .formatted(old.size(), converted.size()));
    }
    state.record(() -> block.setArguments(old));
    List<BlockArgument> fresh = new ArrayList<>();
    for (BlockArgument argument : old) {
      List<? extends Type> wanted = converted.get(argument.index());
      if (wanted.equals(List.of(argument.type()))) {
        fresh.add(argument);
      } else {
        fresh.addAll(expand(block, argument, wanted, converter));
      }
    }
    block.setArguments(fresh);
  }

  private List<BlockArgument> expand(
      Block block, BlockArgument old, List<? extends Type> types, TypeConverter converter) {
    List<BlockArgument> parts = new ArrayList<>();
    for (Type type : types) {
      parts.add(block.addArgument(type, old.location()));
    }
    if (old.hasUses()) {
      OpBuilder start =
          block.first().map(OpBuilder::before).orElseGet(() -> OpBuilder.atEndOf(block));
      PendingCast pending = new PendingCast(TypeConverter.Use.ARGUMENT, Optional.of(converter));
      List<? extends Value> cast =
          state.cast(start, pending, parts, List.of(old.type()), old.location());
      state.redirect(old, cast.getFirst());
    }
    return parts;
  }

  /**
   * Converts the arguments of every block of {@code region} that is not the entry.
   *
   * @return whether all of them could be converted; nothing was changed if not
   */
  public boolean convertBlocks(Region region, TypeConverter converter) {
    List<Block> inner = region.blocks().stream().skip(1).toList();
    List<List<ImmutableList<Type>>> converted = new ArrayList<>();
    for (Block block : inner) {
      List<ImmutableList<Type>> types =
          block.arguments().stream()
              .map(argument -> converter.convert(argument.type()))
              .flatMap(Optional::stream)
              .toList();
      if (types.size() != block.arguments().size()) {
        return false;
      }
      converted.add(types);
    }
    for (int i = 0; i < inner.size(); i++) {
      convertArguments(inner.get(i), converted.get(i), converter);
    }
    return true;
  }
}
