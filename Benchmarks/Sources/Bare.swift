import ArgumentParser
import FoundationEssentials
import Glibc
import Hummingbird
import NIOCore

/// One route of Hummingbird's own router that answers with the bytes of a file: what the cached page is held against.
struct Bare: AsyncParsableCommand {
    @Option var port = 0
    @Argument var file: String

    func run() async throws {
        let bytes = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: file)))
        let router = Router()
        router.get("/program") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: bytes)
            )
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                print("ready \(channel.localAddress?.port ?? 0)")
                // The output goes to a file, where lines wait to be written.
                fflush(nil)
            }
        )
        try await application.runService()
    }
}
