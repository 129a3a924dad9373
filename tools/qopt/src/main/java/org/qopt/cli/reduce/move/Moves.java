package org.qopt.cli.reduce.move;

import com.google.common.collect.ImmutableList;

/** All moves, those first that make the most of a program go, or tests fast. */
public final class Moves {
  /** The order in which they are tried. */
  public static final ImmutableList<Move> ALL =
      ImmutableList.of(
          new DropTrailer(),
          new EraseSymbols(),
          new ZeroConstants(),
          new DropBodies(),
          new DropResults(),
          new EraseUnused(),
          new EraseLast(),
          new CutOperations(),
          new BypassOperations(),
          new ReturnEarly(),
          new FlattenBlocks(),
          new UnwrapRegions(),
          new EraseBlocks(),
          new DropOperands(),
          new ShareOperands(),
          new DropArguments(),
          new SplatConstants(),
          new DropAttributes(),
          new ShrinkDimensions(),
          new DropLocations());

  private Moves() {}
}
