/** What golden tests need: texts in several parts, and diagnostics that are expected in them. */
package org.qopt.parser.check;
