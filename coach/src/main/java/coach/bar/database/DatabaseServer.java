package coach.bar.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the bar's database in a container.
 *
 * <p>The environment variable DATABASE_PASSWORD_FILE names the file with the password of the services' user. The administrator's is made
 * here and forgotten: in a container no process needs it.
 */
public final class DatabaseServer {

    private static final int PORT = 9092;
    private static final String SUFFIX = ".mv.db";

    private DatabaseServer() {}

    /** @param args the database's name, and the folder for its file */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        String name = args[0];
        Path folder = Path.of(args[1]).toAbsolutePath();
        createOnce(folder, name);
        BarDatabase.serve(name, folder.resolve(name).toString(), PORT, "-tcpAllowOthers");
        new CountDownLatch(1).await();
    }

    /** Under another name until it is complete: a container may be killed at any moment, and is started again. */
    private static void createOnce(Path folder, String name) throws IOException, SQLException {
        Path file = folder.resolve(name + SUFFIX);
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = folder.resolve("unfinished" + SUFFIX);
        Files.deleteIfExists(unfinished);
        BarDatabase.create(folder.resolve("unfinished").toString(), Secret.make(), password())
                .close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() throws IOException {
        return Files.readString(Path.of(System.getenv("DATABASE_PASSWORD_FILE")))
                .strip();
    }
}
