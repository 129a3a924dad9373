package org.qopt.filecheck;

import java.util.Optional;

/**
 * The inside of {@code [[#...]]}.
 *
 * @param definition the variable that is set, if any
 * @param expression the value that is demanded, if any
 * @param format how the number is written
 */
record NumericBlock(
    Optional<NumericVariable> definition, Optional<Expression> expression, NumericFormat format) {}
