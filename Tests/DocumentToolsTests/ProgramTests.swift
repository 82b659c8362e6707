import Glibc
import Testing

@testable import DocumentTools

@Suite("Running another program")
struct ProgramTests {
    private static let bounds = Program.Bounds(seconds: 60, memory: 1 << 30, output: 8 << 20)

    /// What a line of the shell leaves behind.
    private func shell(_ line: String, input: [UInt8] = [], bounds: Program.Bounds = bounds) throws -> Program.Outcome {
        let folder = try TemporaryFolder()
        return try #require(Program(at: "/bin/sh")).run(["-c", line], input: input, in: folder.path, bounds: bounds)
    }

    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a process is still doing anything; one that nobody has asked the status of is dead all the same.
    private func isAlive(_ process: String) -> Bool {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 512)
        guard fgets(&line, Int32(line.count), file) != nil else { return false }
        let status = text(line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))).split(separator: ")").last?.split(separator: " ")
            .first
        return status != "Z" && status != "X"
    }

    /// Returns when a process does nothing more; the time limit of the test ends the wait.
    private func untilDead(_ process: String) async throws {
        while isAlive(process) {
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    @Test("takes what it says on both outputs, and how it ended")
    func outcome() throws {
        let outcome = try shell("echo svar; echo klagan >&2; exit 7")
        #expect(text(outcome.output) == "svar\n")
        #expect(text(outcome.log) == "klagan\n")
        #expect(outcome.ending == .exited(7))
        #expect(try shell("kill -TERM $$").ending == .killed(signal: SIGTERM))
    }

    @Test("gives it more than any buffer holds, while it answers")
    func largeInput() throws {
        let input = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try shell("cat", input: input).output == input)
    }

    @Test("isn't hurt by a program that doesn't read")
    func unreadInput() throws {
        let input = [UInt8](repeating: 65, count: 5_000_000)
        #expect(try shell("exit 3", input: input).ending == .exited(3))
        #expect(try shell("head -c 3", input: input).output == [65, 65, 65])
    }

    @Test("stops one that says too much, and throws away what is too much of its log")
    func boundedOutput() throws {
        #expect(throws: Program.Fault.tooMuchOutput) { try shell("yes") }
        let outcome = try shell("head -c 1000000 /dev/zero >&2; echo klart")
        #expect(outcome.log.count == Self.bounds.log)
        #expect(text(outcome.output) == "klart\n")
        var exact = Self.bounds
        exact.output = 1000
        #expect(try shell("head -c 1000 /dev/zero", bounds: exact).output.count == 1000)
        #expect(throws: Program.Fault.tooMuchOutput) { try shell("head -c 1001 /dev/zero", bounds: exact) }
    }

    @Test(
        "kills what takes too long, with all that it started",
        .timeLimit(.minutes(10)),
        arguments: ["wait", "exec >&- 2>&-; wait"]
    )
    func deadline(_ end: String) async throws {
        let folder = try TemporaryFolder()
        let shell = try #require(Program(at: "/bin/sh"))
        var bounds = Self.bounds
        bounds.seconds = 1
        let line = "sleep 100000 & echo $! > barn; echo $$ > sig; \(end)"
        #expect(throws: Program.Fault.tooLate) { try shell.run(["-c", line], in: folder.path, bounds: bounds) }
        for name in ["sig", "barn"] {
            let process = text(try Desk.run("cat", ["\(folder.path)/\(name)"])).split(separator: "\n")[0]
            try await untilDead(String(process))
        }
    }

    @Test("leaves nothing behind that goes on when the program has ended", .timeLimit(.minutes(10)))
    func orphan() async throws {
        let outcome = try shell("sleep 100000 </dev/null >/dev/null 2>&1 & echo $!")
        #expect(outcome.ending == .exited(0))
        try await untilDead(String(text(outcome.output).split(separator: "\n")[0]))
    }

    @Test("waits for the end of one that has closed its outputs")
    func closedOutputs() throws {
        #expect(try shell("exec >&- 2>&-; read line; exit 5", input: Array("a\n".utf8)).ending == .exited(5))
    }

    @Test("lets it have no descriptor, variable or signal of ours, and a folder of its own")
    func inheritance() throws {
        // One that says nothing of closing itself, as a library might open.
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        let descriptors = text(try shell("ls /proc/$$/fd; true").output).split(separator: "\n")
        #expect(descriptors == ["0", "1", "2"])

        let folder = try TemporaryFolder()
        let variables = try #require(Program(named: "env", lookingIn: Desk.folders)).run(
            [],
            in: folder.path,
            epoch: 17,
            bounds: Self.bounds
        )
        #expect(
            text(variables.output).split(separator: "\n").sorted() == [
                "HOME=\(folder.path)", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE=1",
                "SOURCE_DATE_EPOCH=17", "TMPDIR=\(folder.path)",
            ]
        )
        #expect(
            try text(#require(Program(at: "/bin/sh")).run(["-c", "pwd"], in: folder.path, bounds: Self.bounds).output) == folder
                .path + "\n"
        )

        var blocked = sigset_t()
        var former = sigset_t()
        sigemptyset(&blocked)
        sigaddset(&blocked, SIGUSR1)
        pthread_sigmask(SIG_BLOCK, &blocked, &former)
        defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
        #expect(try shell("kill -USR1 $$; exit 0").ending == .killed(signal: SIGUSR1))
    }

    @Test("bounds its memory")
    func memory() throws {
        var bounds = Self.bounds
        bounds.memory = 50 << 20
        // It reads a line first, which it gets when the bounds are set: what it starts before that isn't bounded.
        let greedy = "read line; head -c 200000000 /dev/zero | tail | wc -c"
        let line = Array("\n".utf8)
        #expect(text(try shell(greedy, input: line).output) == "200000000\n")
        #expect(text(try shell(greedy, input: line, bounds: bounds).output) != "200000000\n")
    }

    @Test("finds only what can be run")
    func finding() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("not a program".utf8), as: "prov")
        #expect(Program(at: folder.path + "/prov") == nil, "it may not be run")
        #expect(Program(at: folder.path) == nil, "it is a folder")
        #expect(Program(at: folder.path + "/annat") == nil)
        #expect(Program(at: "bin/sh") == nil, "it depends on where one stands")
        #expect(Program(named: "sh", lookingIn: ["", ".", "bin", folder.path, "/bin"])?.path == "/bin/sh")
        chmod(folder.path + "/prov", 0o700)
        let broken = try #require(Program(named: "prov", lookingIn: [folder.path]))
        #expect(throws: Program.Fault.notRun(errno: ENOEXEC)) { try broken.run([], in: folder.path, bounds: Self.bounds) }
        let shell = try #require(Program(at: "/bin/sh"))
        #expect(throws: Program.Fault.notRun(errno: ENOENT)) {
            try shell.run([], in: folder.path + "/borta", bounds: Self.bounds)
        }
    }

    @Test("gives a folder that is nobody else's, and takes it away")
    func folder() throws {
        var path = ""
        do {
            let folder = try TemporaryFolder()
            path = folder.path
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o700)
            _ = try #require(Program(at: "/bin/sh")).run(
                ["-c", "mkdir -p a/b; touch a/b/c .d; ln -s /etc e"],
                in: path,
                bounds: Self.bounds
            )
            #expect(access(path + "/a/b/c", F_OK) == 0)
        }
        #expect(access(path, F_OK) != 0)
        #expect(access("/etc/passwd", F_OK) == 0)
    }
}
