package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The two encodings of OTLP; an answer has the encoding of its request. */
enum OtlpEncoding {
    PROTOBUF("application/x-protobuf") {
        @Override
        ExportTraceServiceRequest spans(byte[] body, Consumer<String> foreign) throws InvalidOtlp {
            try {
                return InstrumentationLibrarySpans.upgraded(ExportTraceServiceRequest.parseFrom(body));
            } catch (InvalidProtocolBufferException e) {
                throw new InvalidOtlp("", "This is not an ExportTraceServiceRequest: " + e.getMessage(), e);
            }
        }

        @Override
        byte[] written(Message answer) {
            return answer.toByteArray();
        }

        @Override
        byte[] written(RpcStatus status) {
            return status.toProtobuf();
        }
    },

    JSON("application/json") {
        @Override
        ExportTraceServiceRequest spans(byte[] body, Consumer<String> foreign) throws InvalidOtlp {
            // Nothing at all carries no span, in JSON as in protobuf, where it's how an empty message is written.
            return body.length == 0
                    ? ExportTraceServiceRequest.getDefaultInstance()
                    : OtlpJson.readRequest(body, foreign);
        }

        @Override
        byte[] written(Message answer) {
            return OtlpJson.write(answer).getBytes(UTF_8);
        }

        @Override
        byte[] written(RpcStatus status) {
            return status.toJson();
        }
    };

    private final String contentType;

    OtlpEncoding(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    // "Application/JSON; charset=utf-8" -> JSON
    static Optional<OtlpEncoding> of(String contentType) {
        String type = contentType == null ? "" : contentType.replaceFirst(";.*", "");
        String plain = type.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.contentType.equals(plain))
                .findFirst();
    }

    ExportTraceServiceRequest spans(byte[] body) throws InvalidOtlp {
        return spans(body, foreign -> {});
    }

    /** @param foreign takes a sentence about a part that is not OTLP, and is left out */
    abstract ExportTraceServiceRequest spans(byte[] body, Consumer<String> foreign) throws InvalidOtlp;

    abstract byte[] written(Message answer);

    abstract byte[] written(RpcStatus status);
}
