using System.Diagnostics;

namespace ZooInfra.Cli.Tests;

/// <summary>What is left when <c>zoo</c> is killed in the middle of a run, and what the next run makes of it.</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Workplace _place = new();

    private string Journal => Path.Combine(_place.Folder, ".zoo", "state", "journal", "zooinfra", "acme_corp.journal");

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(14)]
    [InlineData(18)]
    public async Task A_run_that_is_killed_is_continued_and_nothing_is_lost_or_made_twice(int lines)
    {
        await KillWhenJournalHasAsync(lines);

        Assert.Equal(0, await _place.ZooAsync("up", "-s", "acme_corp", "--yes", "--refresh"));
        Assert.Equal(0, await _place.ZooAsync("drift", "-s", "acme_corp"));
        Assert.Equal(0, await _place.ZooAsync("preview", "-s", "acme_corp", "--expect-no-changes"));
        Assert.False(File.Exists(Journal));
        var records = (await File.ReadAllLinesAsync(_place.Zone("acme_corp", "acme.example"))).Where(line => line.Contains("\tIN\t", StringComparison.Ordinal)).ToList();
        Assert.Equal(11, records.Count);
        Assert.Equal(records.Count, records.Distinct(StringComparer.Ordinal).Count());

        Assert.Equal(0, await _place.ZooAsync("destroy", "-s", "acme_corp", "--yes"));
        Assert.False(File.Exists(_place.Zone("acme_corp", "acme.example")));
    }

    /// <summary>Starts an update in a process of its own and kills it as soon as its journal has so many lines (or it is done before that).</summary>
    private async Task KillWhenJournalHasAsync(int lines)
    {
        using var zoo = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "zoo.dll"), "up", "-s", "acme_corp", "--yes", "--parallel", "1"])
        {
            WorkingDirectory = _place.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (!zoo.HasExited && LinesOf(Journal) < lines)
            {
                await look.WaitForNextTickAsync(patience.Token);
            }
        }
        finally
        {
            zoo.Kill();
            await zoo.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static int LinesOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Count(c => c == '\n');
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
    }
}
