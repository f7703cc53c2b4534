namespace ZooInfra.Contracts.Tests;

public sealed class RuleTests
{
    private readonly WorstMonthCache _months = new();

    [Theory]
    [InlineData("99.99", "counted", "ZOO1001")]
    [InlineData("97.3118", "counted", null)]
    [InlineData("97.3119", "counted", "ZOO1001")]
    [InlineData("99.99", "excluded", null)]
    [InlineData("99.99", null, "ZOO1008")]
    [InlineData("99.5001", null, "ZOO1008")]
    [InlineData("99.5", null, null)]
    [InlineData(null, null, null)]
    public void BigGov_is_judged_by_what_it_promises(string? availability, string? accounting, string? rule)
        => Assert.Equal(rule is null ? [] : [rule], RuleBook.Judge(new(BigGov(availability, accounting)) { Months = _months }).Findings.Select(finding => finding.Rule.Id).Where(id => id is "ZOO1001" or "ZOO1008"));

    [Fact]
    public void A_promise_with_no_honest_figure_says_so()
    {
        var contract = BigGov("99.99", "counted") with { PatchWindows = Windows.Of("Mon,Tue,Wed,Thu,Fri,Sat,Sun", "00:00-00:00 UTC") };

        Assert.Contains("; promise at most nothing, or limit", Assert.Single(RuleBook.Judge(new(contract)).Findings, finding => finding.Rule.Id == "ZOO1001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_clients_are_judged_with_one_sum_for_each_set_of_windows()
    {
        var same = BigGov("99.99", "counted");
        var first = _months.Of(same.PatchWindows);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Same(first, _months.Of(BigGov("99.99", "counted").PatchWindows)));
    }

    [Fact]
    public void Every_message_format_takes_the_arguments_of_its_rule()
        => Assert.All(RuleBook.All, rule => Assert.NotEmpty(rule.Finding("", "0", "1", "2", "3", "4", "5", "6", "7").Message));

    private static TenantContract BigGov(string? availability, string? accounting)
        => ContractReader.Read(new()
        {
            Id = "biggov",
            Availability = availability,
            WindowAccounting = accounting,
            PatchWindows = new([new(new(["Mon", "Wed"]), "02:00–04:00 UTC", null, null)]),
        }).Contract!;
}
