/** Programs and models from files, made ready to be run. */
package org.qopt.cli.model;
