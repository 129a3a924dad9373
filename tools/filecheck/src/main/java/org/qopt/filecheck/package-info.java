/**
 * LLVM's FileCheck on the JVM. {@link org.qopt.filecheck.FileCheck} is the library, {@link
 * org.qopt.filecheck.FileCheckCommand} the program without a process.
 *
 * <p>The way through: {@code DirectiveScanner} finds directives, {@code PatternParser} reads what
 * they ask for, {@code Checker} matches them one after another, {@code Report} collects what there
 * is to say, and {@code DiagnosticRenderer} and {@code InputDump} print it.
 */
package org.qopt.filecheck;
