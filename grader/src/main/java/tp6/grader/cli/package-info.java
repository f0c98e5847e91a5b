/** The command line: what can be asked for, and with which status it ends. */
package tp6.grader.cli;
