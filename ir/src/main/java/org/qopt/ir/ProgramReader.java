package org.qopt.ir;

/**
 * Reads programs from text; found by {@link Services}, so that who brings a program along, as text,
 * depends on no parser.
 */
public interface ProgramReader {
  /**
   * {@return the program in {@code text}; it has the right form, whether it is valid is not asked}
   *
   * @param fileName the name that locations and diagnostics give the text
   * @param dialects what it may use
   * @throws org.qopt.ir.diagnostic.InvalidInputException with what is wrong, and where
   */
  Program read(String text, String fileName, Dialects dialects);
}
