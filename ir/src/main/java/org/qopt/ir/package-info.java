/**
 * The intermediate representation: what a program is while it is worked on. Read this first.
 *
 * <h2>What a program is</h2>
 *
 * A program is a tree. An {@link org.qopt.ir.Operation} has operands, results, attributes and
 * regions; a {@link org.qopt.ir.Region} is a list of {@link org.qopt.ir.Block}s; a block has
 * arguments and a list of operations. The root is an operation too, {@code builtin.module}, and a
 * {@link org.qopt.ir.Program} is that with what else stood in its file. Across the tree run {@link
 * org.qopt.ir.Value}s: each is defined once, as a result of an operation or an argument of a block,
 * and knows its uses ({@link org.qopt.ir.Operand}).
 *
 * {@snippet lang=mlir :
 * func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {   // an operation with a region of one block
 *   %y = nn.relu %x : tensor<4xf32>                    // %x is an argument, %y is a result
 *   return %y : tensor<4xf32>
 * }
 * }
 *
 * <p>Operations, blocks and values are nodes: they have identity and change. All else is a value
 * that never changes: types ({@link org.qopt.ir.type}), attributes ({@link org.qopt.ir.attribute}),
 * locations ({@link org.qopt.ir.location}), and the numbers of constants ({@link
 * org.qopt.ir.tensor}).
 *
 * <h2>What an operation means</h2>
 *
 * There is one class {@code Operation} for all kinds. What tells them apart is an {@link
 * org.qopt.ir.op.OpDef}: one definition of each kind, from which reading, printing, verification,
 * documents and evaluation follow. {@link org.qopt.dialect.nn.ReluOp} is a small one to look at. An
 * operation that nobody defined has a name and no definition, and is kept as it is.
 *
 * <p>Definitions come in {@link org.qopt.ir.Dialect}s, which {@link org.qopt.ir.Dialects} finds, in
 * this project and in plugins. To read or change operations of one kind by names instead of
 * positions, put a view around them, as in {@code new ReluOp(operation).x()}; views are {@link
 * org.qopt.ir.OpView}s.
 *
 * <h2>How to change a program</h2>
 *
 * An {@link org.qopt.ir.OpBuilder} makes operations at a place in a block; most kinds have a {@code
 * create} that calls it. {@code value.replaceAllUsesWith(other)} redirects uses, {@code
 * operation.erase()} removes what has none, {@link org.qopt.ir.Cloner} copies. Patterns do all this
 * through a rewriter, which is a room further on ({@code org.qopt.rewrite}).
 *
 * <h2>Where to read on</h2>
 *
 * <ol>
 *   <li>{@link org.qopt.ir.op}: what a definition is made of
 *   <li>{@link org.qopt.ir.verify}: which programs are valid, and how faults are said ({@link
 *       org.qopt.ir.diagnostic})
 *   <li>{@link org.qopt.ir.print}: from a program to text; the way back is the room {@code parser}
 *   <li>{@link org.qopt.ir.interpret}: what a program computes
 *   <li>{@link org.qopt.dialect.nn}: the operations of networks, and beside it the other dialects
 * </ol>
 *
 * To add an operation, a pattern, a pass or a target, follow {@code docs/tutorial}.
 */
package org.qopt.ir;
