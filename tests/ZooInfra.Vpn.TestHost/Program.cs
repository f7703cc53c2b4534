using System.Diagnostics;
using ZooInfra.Api;
using ZooInfra.Cli;
using ZooInfra.Cli.Serving;
using ZooInfra.Cli.Workspace;
using ZooInfra.Provider;
using ZooInfra.Vpn.TestHost;

// "host FOLDER" serves until standard input ends; anything else is a zoo command. A line "die POINT" has it die there, as of kill -9.
if (args is not ["host", var folder])
{
    return await ZooCommandLine.RunAsync(args, TestPlatform.Platform);
}

string? deadly = null;
var file = ProjectFile.Find(folder);
var project = new ServedProject(file, Path.Combine(folder, ".zoo", "state")) { Provider = () => new DyingProvider(new ZooProvider(file.Root), Reach) };
var options = new ContractHostOptions
{
    Urls = ["http://127.0.0.1:0"],
    Output = Console.Out,
    Database = Path.Combine(folder, ".zoo", "api.db"),
    Rate = "1000000/s",
    Vpn = new()
    {
        Apply = new EngineApply(TestPlatform.Platform, project),
        Database = Path.Combine(folder, ".zoo", "api.db"),
        Wait = TimeSpan.FromMinutes(1),
        Poll = TimeSpan.FromMilliseconds(50),
        SweepEvery = TimeSpan.FromMilliseconds(200),
        PerMinute = int.MaxValue,
        Output = Console.Out,
        At = Reach,
    },
};
await using var host = await ContractHost.StartAsync(TestPlatform.Platform, options, CancellationToken.None);
while (await Console.In.ReadLineAsync() is { } line)
{
    Volatile.Write(ref deadly, line is ['d', 'i', 'e', ' ', .. var point] ? point : null);
    Console.WriteLine("armed");
}

return 0;

void Reach(string point)
{
    if (point == Volatile.Read(ref deadly))
    {
        using var me = Process.GetCurrentProcess();
        me.Kill();

        // The signal may take a moment; nothing may happen in it.
        Thread.CurrentThread.Join();
    }
}
