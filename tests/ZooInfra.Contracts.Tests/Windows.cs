using NodaTime;

namespace ZooInfra.Contracts.Tests;

/// <summary>Patch windows for tests.</summary>
internal static class Windows
{
    public static EquatableArray<PatchWindow> BigGov { get; } = Of("Mon, Wed", "02:00-04:00 UTC");

    public static EquatableArray<PatchWindow> Of(string days, string hours, string? maxDowntime = null) => new([One(days, hours, maxDowntime)]);

    public static PatchWindow One(string days, string hours, string? maxDowntime = null)
    {
        var (contract, problems) = ContractReader.Read(new TenantFacts
        {
            Id = "t",
            PatchWindows = new([new(new(days.Split(',')), hours, null, maxDowntime)]),
        });
        Assert.Empty(problems);
        return contract!.PatchWindows[0];
    }

    public static decimal Minutes(EquatableArray<PatchWindow> windows, int year, int month)
        => DeclaredDowntime.In(windows, new YearMonth(year, month)).Minutes;
}
