using System.Globalization;
using ZooInfra.Api.Bench;

// Without arguments: the comparison, with `speed` only of speed. `host N` and `bare` are the servers that it starts as processes of their own.
switch (args)
{
    case ["host", var clients, var database]:
        await ContractServer.RunAsync(int.Parse(clients, CultureInfo.InvariantCulture), database);
        return 0;
    case ["bare"]:
        await BareServer.RunAsync();
        return 0;
    case [] or [_] or [_, "speed"]:
        var rounds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 15;
        return await Comparison.RunAsync(rounds, memory: args.Length < 2);
    default:
        Console.Error.WriteLine("Usage: ZooInfra.Api.Bench [ROUNDS [speed]]");
        return 2;
}
