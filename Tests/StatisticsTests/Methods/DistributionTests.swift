import Testing

@testable import Statistics

/// Tabulated with SciPy 1.17.1, whose own values were held against mpmath with forty figures.
@Suite("Distributions") struct DistributionTests {
    @Test(
        "Student's t, to twelve figures",
        arguments: [
            (-8, 1, 0.039583424160565546),
            (-3.12248613879672, 1, 0.09865589125783576),
            (-1.5, 1, 0.18716704181099886),
            (-0.01, 1, 0.496817007235093),
            (0, 1, 0.5),
            (0.7, 1, 0.6944001122142147),
            (2.5, 1, 0.8788810584091566),
            (6, 1, 0.9474315432887466),
            (-8, 2, 0.00763403608266907),
            (-3.12248613879672, 2, 0.04453702933041006),
            (-1.5, 2, 0.13619656244550055),
            (-0.01, 2, 0.4964645544791005),
            (0, 2, 0.5),
            (0.7, 2, 0.7218034876835673),
            (2.5, 2, 0.9351941398892446),
            (6, 2, 0.9866642633922876),
            (-8, 3, 0.002038288793892733),
            (-3.12248613879672, 3, 0.02618511425071789),
            (-1.5, 3, 0.11529193262241147),
            (-0.01, 3, 0.496324555706426),
            (0, 3, 0.5),
            (0.7, 3, 0.7328365008476182),
            (2.5, 3, 0.9561466764959672),
            (6, 3, 0.9953636425538577),
            (-8, 5, 0.0002464533302862221),
            (-3.12248613879672, 5, 0.013089295962693419),
            (-1.5, 5, 0.09695184012123664),
            (-0.01, 5, 0.49620400902129097),
            (0, 5, 0.5),
            (0.7, 5, 0.7424255258425918),
            (2.5, 5, 0.9727549503288119),
            (6, 5, 0.999076930855203),
            (-8, 6, 0.00010173225103952533),
            (-3.12248613879672, 6, 0.01025992978855998),
            (-1.5, 6, 0.09214036807074101),
            (-0.01, 6, 0.49617274669548816),
            (0, 6, 0.5),
            (0.7, 6, 0.7449283095246202),
            (2.5, 6, 0.9767358838579163),
            (6, 6, 0.9995177324027924),
            (-8, 10, 5.887471394833083e-06),
            (-3.12248613879672, 10, 0.0054140306690462795),
            (-1.5, 10, 0.08225366322272007),
            (-0.01, 10, 0.4961089874954857),
            (0, 10, 0.5),
            (0.7, 10, 0.7500562149135578),
            (2.5, 10, 0.9842765778816955),
            (6, 10, 0.9999339455698226),
            (-8, 12, 1.879949112375129e-06),
            (-3.12248613879672, 12, 0.004407008826161566),
            (-1.5, 12, 0.07972875175660343),
            (-0.01, 12, 0.4960928074942518),
            (0, 12, 0.5),
            (0.7, 12, 0.7513629231046463),
            (2.5, 12, 0.9860423002143374),
            (6, 12, 0.9999689163056757),
            (-8, 14, 6.84728340010934e-07),
            (-3.12248613879672, 14, 0.0037451032303513388),
            (-1.5, 14, 0.07791265904858846),
            (-0.01, 14, 0.49608119542070334),
            (0, 14, 0.5),
            (0.7, 14, 0.7523021601338087),
            (2.5, 14, 0.9872666676929689),
            (6, 14, 0.9999837261206087),
            (-8, 30, 3.1329112378503795e-09),
            (-3.12248613879672, 30, 0.001975614164616729),
            (-1.5, 30, 0.072032964564323),
            (-0.01, 30, 0.49604374628658887),
            (0, 30, 0.5),
            (0.7, 30, 0.7553397782501642),
            (2.5, 30, 0.9909421754659666),
            (6, 30, 0.9999993028615617),
            (-8, 100, 1.1364324038640347e-12),
            (-3.12248613879672, 100, 0.001172745594258687),
            (-1.5, 100, 0.06838252906234442),
            (-0.01, 100, 0.49602060511721424),
            (0, 100, 0.5),
            (0.7, 100, 0.7572236967728134),
            (2.5, 100, 0.9929771054379614),
            (6, 100, 0.9999999841375425),
        ] as [(Double, Double, Double)]
    )
    func studentT(_ value: Double, _ degrees: Double, _ expected: Double) {
        let share = StudentT.cumulative(value, degrees: degrees)
        #expect(abs(share - expected) <= 1e-12 * expected)
        #expect(abs(StudentT.cumulative(-value, degrees: degrees) + share - 1) <= 1e-15)
    }

    @Test(
        "quantiles of Student's t",
        arguments: [
            (0.05, 12, -1.7822875556493194),
            (0.005, 12, -3.054539589392902),
            (0.95, 12, 1.782287555649319),
            (0.5, 6, 0.0),
            (0.01, 3, -4.5407028585681335),
        ] as [(Double, Double, Double)]
    )
    func quantiles(_ share: Double, _ degrees: Double, _ expected: Double) {
        #expect(abs(StudentT.quantile(share, degrees: degrees) - expected) <= 1e-12 * max(1, abs(expected)))
    }

    @Test(
        "the median of χ²",
        arguments: [
            (1, 0.454936423119572),
            (2, 1.386294361119891),
            (3, 2.3659738843753377),
            (4, 3.3566939800333224),
            (5, 4.351460191095526),
            (6, 5.348120627447118),
            (7, 6.345811195521515),
            (8, 7.344121497701794),
            (10, 9.34181776559197),
            (15, 14.338859510956645),
            (20, 19.337429229428256),
            (38, 37.33545272914338),
        ] as [(Double, Double)]
    )
    func chiSquare(_ degrees: Double, _ expected: Double) {
        #expect(abs(ChiSquare.median(degrees: degrees) - expected) <= 1e-12 * expected)
        #expect(abs(ChiSquare.cumulative(expected, degrees: degrees) - 0.5) <= 1e-12)
    }

    @Test(
        "the normal distribution",
        arguments: [
            (-5, 2.866515718791933e-07),
            (-1.96, 0.024997895148220435),
            (0, 0.5),
            (0.3, 0.6179114221889526),
            (2.5, 0.9937903346742238),
        ] as [(Double, Double)]
    )
    func normal(_ value: Double, _ expected: Double) {
        #expect(abs(Normal.cumulative(value) - expected) <= 1e-13 * expected)
    }

    @Test("Kendall's distribution counts the orders as going through them all does", arguments: 2...7)
    func kendall(_ count: Int) {
        var counts = [Int](repeating: 0, count: count * (count - 1) / 2 + 1)
        var orders = 0
        func go(_ taken: [Int]) {
            guard taken.count < count else {
                orders += 1
                let discordant = taken.indices.reduce(0) { sum, later in
                    sum + taken[..<later].count { $0 > taken[later] }
                }
                counts[discordant] += 1
                return
            }
            for value in 0..<count where !taken.contains(value) { go(taken + [value]) }
        }
        go([])
        let distribution = KendallDistribution(count: count)
        var sum = 0
        for (discordant, number) in counts.enumerated() {
            sum += number
            #expect(isClose(distribution.probability(atMost: discordant), Double(sum) / Double(orders), 1e-14))
        }
        #expect(distribution.probability(atMost: -1) == 0)
    }
}
