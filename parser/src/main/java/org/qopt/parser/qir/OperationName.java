package org.qopt.parser.qir;

import java.util.Optional;
import org.qopt.ir.op.OpDef;

/**
 * What an operation is.
 *
 * @param text the full name
 * @param def its definition; empty if its dialect is not known
 */
record OperationName(String text, Optional<OpDef> def) {}
