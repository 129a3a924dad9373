/**
 * Text to programs and back. {@link org.qopt.parser.qir.QirReader} reads, {@link
 * org.qopt.parser.qir.QirWriter} writes to files.
 *
 * <p>The way in: {@code QirLexer.g4} cuts the bytes into coarse tokens, {@code QirParser.g4} says
 * in which order they come, {@code QirActions} hands what was recognized to {@code ProgramBuilder},
 * which makes operations; names of values and blocks are looked after by {@code ValueScopes} and
 * {@code BlockScopes}. What is inside of a coarse token is read by {@code TypeReader}, {@code
 * AttributeReader}, {@code ElementsReader} and {@code LocationReader}. A fault is a {@code
 * SyntaxFailure} that ends one operation, or the whole text where what follows would be guesswork.
 */
package org.qopt.parser.qir;
