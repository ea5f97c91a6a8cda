package coach.course.latency;

/** A measured value, and the bounds that the true one lies between, but for a small risk at either end. */
record ConfidenceInterval(double value, double low, double high) {

    public ConfidenceInterval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(value + " must lie from " + low + " to " + high);
        }
    }
}
