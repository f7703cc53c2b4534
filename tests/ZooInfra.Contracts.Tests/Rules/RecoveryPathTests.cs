using CsCheck;
using NodaTime;
using ZooInfra.Contracts.Components;
using static ZooInfra.Contracts.Tests.Rules.Nodes;

namespace ZooInfra.Contracts.Tests.Rules;

/// <summary>The arithmetic of the way back (ZOO4001).</summary>
public sealed class RecoveryPathTests
{
    private static readonly Gen<int> Seconds = Gen.Int[1, 7200];

    [Fact]
    public void It_is_broken_exactly_when_the_sum_is_longer_than_the_promise()
        => Gen.Select(Seconds, Seconds, Seconds, Seconds, Seconds).Sample((promised, detect, page, takes, ttl) =>
        {
            var verdicts = Judge(Contract(promised, detect, page, takes), Zone(ttl));
            return (verdicts.Of(RecoveryPathTooLong.Rule) == Verdict.Violated) == (detect + page + takes + ttl > promised);
        });

    [Fact]
    public void The_TTL_that_the_fix_states_is_the_longest_that_keeps_the_promise()
        => Gen.Select(Seconds, Seconds, Seconds, Seconds, Seconds).Sample((promised, detect, page, takes, ttl) =>
        {
            var contract = Contract(promised, detect, page, takes);
            if (Judge(contract, Zone(ttl)).Findings.FirstOrDefault(finding => finding.Rule.Id == "ZOO4001")?.Fix is not { } fix)
            {
                return;
            }

            var most = int.Parse(fix.Text, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(Verdict.Satisfied, Judge(contract, Zone(most)).Of(RecoveryPathTooLong.Rule));
            Assert.Equal(Verdict.Violated, Judge(contract, Zone(most + 1)).Of(RecoveryPathTooLong.Rule));
        });

    [Theory]
    [InlineData(null, null, 3600)]
    [InlineData(10, null, 300)]
    [InlineData(1, null, 60)]
    [InlineData(600, null, 3600)]
    [InlineData(10, 77, 77)]
    public void A_zone_derives_the_TTL_that_it_does_not_state(int? recoveryMinutes, int? ttl, int expected)
    {
        var zone = DnsZoneFacts.From(Component(
            "ZooInfra.Dns.DnsZone",
            "acme.example",
            ("Ttl", ttl is { } stated ? FactNode.Of(stated, null) : null),
            ("RecoveryTime", recoveryMinutes is { } minutes ? Made("FromMinutes", ("value", minutes)) : null)));

        Assert.Equal(expected, zone.TtlOrDefault(ContractDuration.Parse("5m")));
    }

    [Fact]
    public void What_is_not_measured_leaves_it_open_unless_the_rest_is_too_long_already()
    {
        var contract = Contract(900, 60, 60, 60) with { Runbooks = default };

        Assert.Equal(Verdict.NotEvaluable, Judge(contract, Zone(60)).Of(RecoveryPathTooLong.Rule));
        Assert.Equal(Verdict.Violated, Judge(contract, Zone(900)).Of(RecoveryPathTooLong.Rule));
    }

    private static Verdicts Judge(TenantContract contract, FactNode zone) => RuleBook.Judge(new(contract) { Components = [zone], ComponentsAreComplete = true, Today = Programs.Today });

    private static FactNode Zone(int ttl)
        => Component("ZooInfra.Dns.DnsZone", "acme.example", ("Records", List(Made("A", ("name", "www"), ("addresses", List("192.0.2.1")), ("Ttl", ttl)))));

    private static TenantContract Contract(int promised, int detect, int page, int takes)
        => new("acme_corp", "Acme Corp", new(null, null, Length(promised), WindowAccounting.Unstated, null), null, default, default, default)
        {
            Failovers = new([new("failovers[0]", "www.acme.example", Length(detect), Length(page), "Move", null, null, null)]),
            Runbooks = new([new("runbooks[0]", "Move", null, default, null, null, Length(takes), null, null)]),
        };

    private static ContractDuration Length(int seconds) => new(Duration.FromSeconds(seconds));
}
