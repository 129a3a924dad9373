package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.type.Type;

/**
 * An input or output of a program.
 *
 * @param name its name in the model
 * @param type its type
 * @param parts the arrays that it consists of
 * @param identifiers the names of the parameters for them
 */
record Port(
    String name, Type type, ImmutableList<CPart> parts, ImmutableList<String> identifiers) {}
