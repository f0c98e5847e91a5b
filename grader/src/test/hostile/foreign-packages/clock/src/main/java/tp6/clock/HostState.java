package tp6.stage.host;

/** Is always well. */
record HostState() {}
