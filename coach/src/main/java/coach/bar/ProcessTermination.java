package coach.bar;

/** How a part is told to end: a container does not end with the command that has started it. */
interface ProcessTermination {

    ProcessTermination OF_A_PROCESS = new ProcessTermination() {
        @Override
        public void ask(ProcessHandle process) {
            process.destroy();
        }

        @Override
        public void force() {
            // Whoever asks for it does that to the process itself.
        }
    };

    void ask(ProcessHandle process);

    /** At once, as in a crash; what is left of the process itself is its owner's to end. */
    void force();
}
