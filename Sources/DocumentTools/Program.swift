import CSpawn
import Glibc

/// Another program on this machine, run with great care: what it is given may come from anybody, and what it does is not ours.
///
/// It gets no descriptor, no variable and no signal of the server's, but bytes on its standard input, a folder of its own, and bounds to
/// its time, its memory and what it answers. It is the first of a group of processes, and when it is over so is the whole group.
struct Program: Hashable, Sendable {
    /// The whole path of the program.
    let path: String

    /// What a program may use.
    struct Bounds: Sendable {
        /// How long it may take.
        var seconds: Int
        /// How many bytes of memory it may write in.
        var memory: Int
        /// How many bytes it may answer with.
        var output: Int
        /// How many bytes of what it says besides are kept; the rest is thrown away.
        var log = 64 << 10
    }

    /// How a program ended.
    enum Ending: Hashable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// What a program left behind.
    struct Outcome: Hashable, Sendable {
        var output: [UInt8]
        var log: [UInt8]
        var ending: Ending
    }

    /// Why there is no outcome.
    enum Fault: Error, Hashable, Sendable {
        /// It couldn't be started, or not be followed.
        case notRun(errno: Int32)
        case tooLate
        case tooMuchOutput
    }

    /// The program with a name in the first of the folders that has one.
    init?(named name: String, lookingIn folders: [String]) {
        let found = folders.lazy.filter { $0.hasPrefix("/") }.compactMap { Program(at: $0 + "/" + name) }.first
        guard let found else { return nil }
        self = found
    }

    /// The program at a path, if there is a file there that may be run.
    init?(at path: String) {
        var status = stat()
        guard path.hasPrefix("/"), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0
        else { return nil }
        self.path = path
    }

    /// Runs the program to its end, on the calling thread.
    ///
    /// - Parameters:
    ///   - arguments: what stands after its name; other users of the machine can see them.
    ///   - input: what it can read.
    ///   - folder: where it stands, and has its home.
    ///   - epoch: the moment that it takes for now, where it asks for one, in seconds since 1970.
    ///   - bounds: what it may use.
    /// - Returns: what it answered, and how it ended.
    /// - Throws: why it couldn't be run to its end.
    func run(
        _ arguments: [String],
        input: [UInt8] = [],
        in folder: String,
        epoch: Int64 = 0,
        bounds: Bounds
    ) throws(Fault) -> Outcome {
        let deadline = Self.milliseconds() + Int64(bounds.seconds) * 1000
        var ways = try Ways()
        let process = try start(arguments, in: folder, epoch: epoch, ways: ways)
        ways.input.theirs.close()
        ways.output.theirs.close()
        ways.log.theirs.close()
        Self.bound(process, to: bounds)
        var outcome = Outcome(output: [], log: [], ending: .exited(0))
        let fault = Self.converse(&ways, input: input, bounds: bounds, deadline: deadline, outcome: &outcome)
        let late = fault == nil && !Self.hasEnded(process, before: deadline)
        // Nobody has asked for its status yet, so its number is still its own and its group's.
        kill(-process, SIGKILL)
        outcome.ending = try Self.ending(of: process)
        if let fault { throw fault }
        if late { throw .tooLate }
        return outcome
    }

    private func start(_ arguments: [String], in folder: String, epoch: Int64, ways: borrowing Ways) throws(Fault) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, ways.input.theirs.number, 0)
        posix_spawn_file_actions_adddup2(&actions, ways.output.theirs.number, 1)
        posix_spawn_file_actions_adddup2(&actions, ways.log.theirs.number, 2)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        posix_spawn_file_actions_addchdir_np(&actions, folder)
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)

        let environment = [
            "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(folder)", "TMPDIR=\(folder)",
            "SOURCE_DATE_EPOCH=\(epoch)",
            "PYTHONDONTWRITEBYTECODE=1",
        ]
        var process: pid_t = 0
        let status = Self.withPointers(to: [path] + arguments) { arguments in
            Self.withPointers(to: environment) { environment in
                posix_spawn(&process, path, &actions, &attributes, arguments, environment)
            }
        }
        guard status == 0 else { throw .notRun(errno: status) }
        return process
    }

    /// Sets bounds that the system itself keeps, also if the server should be killed before the program has ended.
    ///
    /// They come a moment after the start. Another process that the program had started by then would escape them; ours start none.
    private static func bound(_ process: pid_t, to bounds: Bounds) {
        func bound(_ resource: __rlimit_resource, _ most: Int) {
            var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
            prlimit(process, Int32(resource.rawValue), &limit, nil)
        }
        bound(RLIMIT_DATA, bounds.memory)
        // All its threads together; the clock on the wall is what ends it otherwise.
        bound(RLIMIT_CPU, bounds.seconds * 4)
        bound(RLIMIT_CORE, 0)
    }

    /// Gives the program its input and takes what it says until it has said all.
    private static func converse(
        _ ways: inout Ways,
        input: [UInt8],
        bounds: Bounds,
        deadline: Int64,
        outcome: inout Outcome
    ) -> Fault? {
        var written = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while !ways.output.ours.isClosed || !ways.log.ours.isClosed {
            if written == input.count { ways.input.ours.close() }
            // A negative descriptor, as that of a closed one is, is passed over.
            var waited = [
                pollfd(fd: ways.input.ours.number, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: ways.output.ours.number, events: Int16(POLLIN), revents: 0),
                pollfd(fd: ways.log.ours.number, events: Int16(POLLIN), revents: 0),
            ]
            let left = deadline - milliseconds()
            guard left > 0 else { return .tooLate }
            let count = poll(&waited, nfds_t(waited.count), Int32(clamping: left))
            if count < 0 {
                guard errno == EINTR else { return .notRun(errno: errno) }
                continue
            }
            if waited[0].revents != 0 {
                let sent = input[written...].withUnsafeBytes {
                    // It may have stopped reading, which is no signal to us.
                    send(ways.input.ours.number, $0.baseAddress, min($0.count, 64 << 10), Int32(MSG_NOSIGNAL))
                }
                if sent >= 0 { written += sent } else if errno != EAGAIN && errno != EINTR { ways.input.ours.close() }
            }
            if waited[1].revents != 0 {
                let taken = ways.output.ours.take(into: &buffer)
                guard outcome.output.count + taken <= bounds.output else { return .tooMuchOutput }
                outcome.output.append(contentsOf: buffer[..<taken])
            }
            if waited[2].revents != 0 {
                let taken = ways.log.ours.take(into: &buffer)
                outcome.log.append(contentsOf: buffer[..<min(taken, bounds.log - outcome.log.count)])
            }
        }
        return nil
    }

    /// Waits for a program that has nothing more to say, and leaves its status to be asked for.
    ///
    /// It has ended already, or is just about to: only one that has closed its outputs and goes on is waited for in earnest.
    private static func hasEnded(_ process: pid_t, before deadline: Int64) -> Bool {
        var pause: Int32 = 1
        while true {
            var status = siginfo_t()
            let answer = waitid(P_PID, id_t(process), &status, WEXITED | WNOHANG | WNOWAIT)
            if answer == 0 && status.si_signo == SIGCHLD || answer < 0 && errno != EINTR { return true }
            guard milliseconds() < deadline else { return false }
            poll(nil, 0, pause)
            pause = min(pause * 2, 50)
        }
    }

    private static func ending(of process: pid_t) throws(Fault) -> Ending {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw .notRun(errno: errno) }
        }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
    }

    private static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Texts as C has lists of them: one after another, each with a zero after it, and no pointer after the last.
    private static func withPointers<Result>(
        to texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}

/// The three ways between the server and a program.
private struct Ways: ~Copyable {
    var input: Way
    var output: Way
    var log: Way

    init() throws(Program.Fault) {
        let input = try Way()
        let output = try Way()
        let log = try Way()
        self.input = input
        self.output = output
        self.log = log
    }
}

/// A way between the server and a program.
///
/// It is a pair of sockets, since writing to one whose reader is gone can be told not to raise a signal, which a pipe can't.
private struct Way: ~Copyable {
    var ours: Descriptor
    /// The program's end.
    ///
    /// The server closes its own copy when the program has started, so that the way ends with it.
    var theirs: Descriptor

    init() throws(Program.Fault) {
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw .notRun(errno: errno) }
        var ours = Descriptor(pair[0])
        var theirs = Descriptor(pair[1])
        try ours.stayClearOfStandard()
        try theirs.stayClearOfStandard()
        guard fcntl(ours.number, F_SETFL, O_NONBLOCK) == 0 else { throw .notRun(errno: errno) }
        self.ours = ours
        self.theirs = theirs
    }
}

/// An open file of the system's, closed when it is gone.
private struct Descriptor: ~Copyable {
    private(set) var number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        if number >= 0 { _ = Glibc.close(number) }
    }

    var isClosed: Bool { number < 0 }

    mutating func close() {
        if number >= 0 { _ = Glibc.close(number) }
        number = -1
    }

    /// Takes another number if it has one of the first three, which are set anew in the program, one after another.
    mutating func stayClearOfStandard() throws(Program.Fault) {
        guard number < 3 else { return }
        let other = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard other >= 0 else { throw .notRun(errno: errno) }
        close()
        number = other
    }

    /// What there is to read; at the end, closes.
    mutating func take(into buffer: inout [UInt8]) -> Int {
        let count = read(number, &buffer, buffer.count)
        if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR { close() }
        return max(count, 0)
    }
}
