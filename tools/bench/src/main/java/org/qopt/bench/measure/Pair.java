package org.qopt.bench.measure;

import java.util.Optional;

/**
 * Two commands that do like work.
 *
 * @param ours that of this project
 * @param theirs the one that it is held against, if it is there
 */
public record Pair(Command ours, Optional<Command> theirs) {}
