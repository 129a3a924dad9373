/** The options of passes: record components that are written {@code {key=value other=a,b}}. */
package org.qopt.pass.option;
