using System.Globalization;
using ZooInfra.Dns.Bench;
using ZooInfra.Lab.Tests.Dns;
using ZooInfra.Protocol;
using ZooInfra.Provider;

// dotnet run -c Release --project bench/ZooInfra.Dns.Bench [RECORD SETS [PARALLEL]]
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
var parallel = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 256;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} record sets, {parallel} at once, {Environment.ProcessorCount} cores"));
Console.WriteLine();
Console.WriteLine("| What | Seconds |");
Console.WriteLine("|---|---:|");

var folder = Directory.CreateTempSubdirectory("zoo-bench-dns-");
try
{
    var files = new ZooProvider(folder.FullName);
    await files.ConfigureAsync(PropertyMap.Empty, default);
    await new ZoneBench("files", files, "many.example", count, parallel).RunAsync();
}
finally
{
    folder.Delete(recursive: true);
}

foreach (var server in (DnsLabServer[])[new KnotServer(), new BindServer()])
{
    await server.InitializeAsync();
    try
    {
        var name = server is KnotServer ? "Knot" : "BIND";
        await new ZoneBench($"rfc2136, {name}", await server.ProviderAsync(), "many.example", count, parallel).RunAsync();
        await ZoneBench.TimeAsync($"nsupdate, {name}: the same records, 1000 a message", () => Nsupdate.AddAsync(server, "random.example", count));
    }
    finally
    {
        await server.DisposeAsync();
    }
}
